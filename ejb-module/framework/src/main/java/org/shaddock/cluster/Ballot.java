package org.shaddock.cluster;

import java.util.function.BiConsumer;

/**
 * The port through which members put questions to one another. A question or an answer may be late, doubled or lost; none
 * is ever invented. Nothing blocks.
 */
public interface Ballot {

    /**
     * Puts a question to every other member that can be reached, ready or not.
     *
     * @param onAnswer called for each answer with who gave it, on a thread that must not be blocked
     * @return to be closed when no more answers are wanted
     */
    Poll ask(byte[] question, BiConsumer<MemberId, byte[]> onAnswer);

    /** Says who answers the others' questions here. To be called once. */
    void answerWith(Voter voter);

    /** Answers questions, on a thread that must not be blocked. */
    @FunctionalInterface
    interface Voter {

        /** The answer to a member's question; empty for none. */
        byte[] answer(MemberId asker, byte[] question);
    }

    /** A question that is being answered. */
    @FunctionalInterface
    interface Poll extends AutoCloseable {

        @Override
        void close();
    }
}

package org.shaddock.remote.link;

/**
 * Bounds of a link, for each other member.
 *
 * @param maxWaitingBytes frames that wait to be sent; a further one is refused
 * @param windowBytes frames that are sent and not confirmed; when they are as many, further ones wait
 * @param maxBatchBytes frames that leave together; a longer one leaves alone
 * @param resendMillis how long a confirmation may take before the oldest batch is sent again, the first time
 */
public record LinkLimits(int maxWaitingBytes, int windowBytes, int maxBatchBytes, long resendMillis) {

    /** What suits members in one machine room. */
    public static final LinkLimits DEFAULT = new LinkLimits(16 << 20, 4 << 20, 64 << 10, 300);

    public LinkLimits {
        if (maxBatchBytes < 1 || windowBytes < maxBatchBytes || maxWaitingBytes < maxBatchBytes || resendMillis < 1) {
            throw new IllegalArgumentException("A batch must have room in the window and among the waiting frames.");
        }
    }
}

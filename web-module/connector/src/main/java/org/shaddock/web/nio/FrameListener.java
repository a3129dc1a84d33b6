package org.shaddock.web.nio;

/** What comes out of a client's frames. */
interface FrameListener {

    /** A whole message, put together from its fragments. */
    void message(byte[] payload);

    /** A sign of life that is to be sent back. */
    void ping(byte[] payload);

    /** The client takes its leave. */
    void closing(int code);
}

package org.shaddock.web.nio;

import jakarta.websocket.Session;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.lang.reflect.Proxy;
import java.nio.channels.SocketChannel;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import org.glassfish.grizzly.Context;
import org.glassfish.grizzly.IOEvent;
import org.glassfish.grizzly.Processor;
import org.glassfish.grizzly.ProcessorResult;
import org.glassfish.grizzly.ProcessorSelector;
import org.glassfish.grizzly.filterchain.FilterChain;
import org.glassfish.grizzly.nio.NIOConnection;
import org.jspecify.annotations.Nullable;

/**
 * Takes a client's TCP channel out of the container's hands. The container accepts it, negotiates the upgrade and opens
 * the WebSocket session; when the client's next frame arrives, Grizzly finds this processor in the place of its own. It
 * lets go of the channel without asking to hear of it again, and whoever took it reads and writes from then on. Until it
 * closes, Grizzly still owns it, so the session ends as always. Where a client is quick, Tyrus has read its first frame by
 * then, and what comes next is ours.
 *
 * <p>A channel stays where it is if it is encrypted, if Tyrus has read a part of a message, or if the container is
 * not as expected, of which one warning tells.
 */
public final class Takeover {

    private static final Logger LOG = System.getLogger(Takeover.class.getName());
    private static final AtomicBoolean WARNED = new AtomicBoolean();

    private final NIOConnection container;
    private final TyrusInput input;
    private final Taker taker;
    private final @Nullable Processor<?> processorBefore;
    private final @Nullable ProcessorSelector selectorBefore;

    private Takeover(NIOConnection container, TyrusInput input, Taker taker) {
        this.container = container;
        this.input = input;
        this.taker = taker;
        this.processorBefore = container.getProcessor();
        this.selectorBefore = container.getProcessorSelector();
    }

    /** To be called while a session opens: the taker gets its channel with one of the client's first frames, or never. */
    public static void await(Session session, Taker taker) {
        try {
            Object protocol = PrivateFields.follow(session, "basicRemote", "webSocket", "protocolHandler");
            Object writer = BoundedWriter.inner(PrivateFields.follow(protocol, "writer"));
            Object upgrade = PrivateFields.follow(writer, "tyrusHttpUpgradeHandler", "handler");
            Object request = PrivateFields.follow(upgrade, "wc", "request", "coyoteRequest", "request");
            if (PrivateFields.follow(request, "connection") instanceof NIOConnection container) {
                new Takeover(container, TyrusInput.of(upgrade, protocol), taker).install(session.isSecure());
            }
        } catch (ReflectiveOperationException | RuntimeException | LinkageError e) {
            if (WARNED.compareAndSet(false, true)) {
                LOG.log(
                        Level.WARNING,
                        "This container is not the Payara we know: its sockets are used by its API, which is slower.",
                        e);
            }
        }
    }

    private void install(boolean secure) {
        Processor<?> usual = container.obtainProcessor(IOEvent.READ);
        if (isPlain(secure, usual)) {
            container.setProcessorSelector((event, connection) -> usual);
            container.setProcessor((Processor<?>) Proxy.newProxyInstance(
                    Takeover.class.getClassLoader(),
                    new Class<?>[] {Processor.class},
                    (proxy, method, arguments) -> switch (method.getName()) {
                        case "isInterested" -> arguments[0] == IOEvent.READ;
                        case "obtainContext" -> context((Processor<?>) proxy);
                        case "process" -> nextFrame();
                        default -> method.invoke(usual, arguments);
                    }));
        }
    }

    /** Whether what is on the channel is what the client has sent: nothing between them encrypts it. */
    static boolean isPlain(boolean secure, Processor<?> usual) {
        return !secure && usual instanceof FilterChain chain && chain.stream().noneMatch(Takeover::encrypts);
    }

    private static boolean encrypts(Object filter) {
        return filter.getClass().getSimpleName().contains("SSL");
    }

    private Context context(Processor<?> processor) {
        Context context = Context.create(container);
        context.setProcessor(processor);
        return context;
    }

    private ProcessorResult nextFrame() {
        container.setProcessor(processorBefore);
        container.setProcessorSelector(selectorBefore);
        if (!input.isBetweenMessages() || !(container.getChannel() instanceof SocketChannel channel)) {
            return ProcessorResult.createComplete();
        }
        taker.take(new Taken(channel, this::isDrained, container::terminateSilently));
        return ProcessorResult.createLeave();
    }

    private boolean isDrained() {
        return container.getAsyncWriteQueue().isEmpty();
    }

    /** Gets a channel. */
    @FunctionalInterface
    public interface Taker {

        void take(Taken taken);
    }

    /**
     * A channel that the container does not read any more.
     *
     * @param channel connected and upgraded
     * @param drained whether the container has written all that it was given; a part may still wait for room on the channel
     * @param drop ends the TCP connection; then the container closes the session, too
     */
    public record Taken(SocketChannel channel, BooleanSupplier drained, Runnable drop) {}
}

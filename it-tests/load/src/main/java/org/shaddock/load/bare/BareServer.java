package org.shaddock.load.bare;

import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.epoll.Epoll;
import io.netty.channel.epoll.EpollEventLoopGroup;
import io.netty.channel.epoll.EpollServerSocketChannel;
import io.netty.channel.nio.NioEventLoopGroup;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.handler.codec.http.HttpObjectAggregator;
import io.netty.handler.codec.http.HttpServerCodec;
import io.netty.handler.codec.http.websocketx.WebSocketServerProtocolHandler;
import java.net.InetSocketAddress;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

/** A WebSocket server on one event loop of Netty, on the loopback interface. */
public final class BareServer implements AutoCloseable {

    private static final int LARGEST_REQUEST = 65_536;

    private final EventLoopGroup group = Epoll.isAvailable() ? new EpollEventLoopGroup(1) : new NioEventLoopGroup(1);
    private final BareRoom room;
    private final Channel listener;

    /**
     * Listens.
     *
     * @param port 0 for any free one
     * @param everyMillis how often what has gathered is written
     */
    BareServer(int port, Flush flush, int everyMillis) throws InterruptedException {
        room = new BareRoom(flush);
        listener = new ServerBootstrap()
                .group(group)
                .channel(Epoll.isAvailable() ? EpollServerSocketChannel.class : NioServerSocketChannel.class)
                .option(ChannelOption.SO_BACKLOG, 1024)
                .childOption(ChannelOption.TCP_NODELAY, true)
                .childHandler(new ChannelInitializer<>() {
                    @Override
                    protected void initChannel(Channel channel) {
                        var unused = channel.pipeline()
                                .addLast(new HttpServerCodec(), new HttpObjectAggregator(LARGEST_REQUEST))
                                .addLast(new WebSocketServerProtocolHandler("/"), new BareHandler(room));
                    }
                })
                .bind("127.0.0.1", port)
                .sync()
                .channel();
        if (flush != Flush.PUSH) {
            var unused = group.scheduleAtFixedRate(room::flush, everyMillis, everyMillis, TimeUnit.MILLISECONDS);
        }
    }

    /** Takes a port, {@code push}, {@code member} or {@code tick}, and the milliseconds between two writes. */
    public static void main(String[] arguments) throws InterruptedException {
        BareServer server = new BareServer(
                Integer.parseInt(arguments[0]),
                Flush.valueOf(arguments[1].toUpperCase(Locale.ROOT)),
                arguments.length > 2 ? Integer.parseInt(arguments[2]) : 20);
        System.out.println("{\"ws\":\"ws://127.0.0.1:" + server.port() + "/\",\"pid\":"
                + ProcessHandle.current().pid() + "}");
        server.listener.closeFuture().sync();
    }

    int port() {
        return ((InetSocketAddress) listener.localAddress()).getPort();
    }

    @Override
    public void close() {
        var unused = listener.close().awaitUninterruptibly();
        var unusedToo = group.shutdownGracefully(0, 1, TimeUnit.SECONDS).awaitUninterruptibly(2, TimeUnit.SECONDS);
    }
}

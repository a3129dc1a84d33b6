package org.shaddock.load;

import io.netty.bootstrap.Bootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.FixedRecvByteBufAllocator;
import io.netty.channel.epoll.Epoll;
import io.netty.channel.epoll.EpollEventLoopGroup;
import io.netty.channel.epoll.EpollSocketChannel;
import io.netty.channel.nio.NioEventLoopGroup;
import io.netty.channel.socket.nio.NioSocketChannel;
import java.util.concurrent.Callable;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/** The one thread on which all players live: native epoll where there is one, else the JDK's selector. */
final class EventLoop implements AutoCloseable {

    private static final int READ_BYTES = 64 * 1024;

    private final EventLoopGroup group = Epoll.isAvailable() ? new EpollEventLoopGroup(1) : new NioEventLoopGroup(1);

    /** Connects a player. */
    ChannelFuture connect(Player player, Target target) {
        return new Bootstrap()
                .group(group)
                .channel(Epoll.isAvailable() ? EpollSocketChannel.class : NioSocketChannel.class)
                .option(ChannelOption.TCP_NODELAY, true)
                .option(ChannelOption.RCVBUF_ALLOCATOR, new FixedRecvByteBufAllocator(READ_BYTES))
                .handler(new ChannelInitializer<>() {
                    @Override
                    protected void initChannel(Channel channel) {
                        var unused = channel.pipeline().addLast(player);
                    }
                })
                .connect(target.host(), target.port());
    }

    /** Runs something on the loop and waits for it. */
    <T> T ask(Callable<T> question) throws InterruptedException {
        try {
            return group.submit(question).get();
        } catch (java.util.concurrent.ExecutionException failure) {
            throw new IllegalStateException(failure.getCause());
        }
    }

    /** Runs something every millisecond until it is cancelled. */
    Future<?> everyMilli(Runnable work) {
        return group.scheduleAtFixedRate(work, 1, 1, TimeUnit.MILLISECONDS);
    }

    void run(Runnable work) {
        group.execute(work);
    }

    @Override
    public void close() {
        var unused = group.shutdownGracefully(0, 1, TimeUnit.SECONDS).awaitUninterruptibly(2, TimeUnit.SECONDS);
    }
}

package org.shaddock.remote;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.shaddock.cluster.MemberId;

/** Keeps what a member hears, by sender. Fails at the frame {@code fail}, after keeping it. */
public final class RecordedFrames implements FrameListener {

    private final Map<MemberId, List<String>> frames = new HashMap<>();
    private final List<Long> losses = new ArrayList<>();
    private final List<String> threads = new ArrayList<>();

    public static byte[] frame(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public synchronized void onFrame(MemberId from, byte[] frame) {
        frames.computeIfAbsent(from, member -> new ArrayList<>()).add(new String(frame, StandardCharsets.UTF_8));
        threads.add(Thread.currentThread().getName());
        if (Arrays.equals(frame, frame("fail"))) {
            throw new IllegalArgumentException("As asked.");
        }
    }

    @Override
    public synchronized void onLoss(MemberId from, long missing) {
        losses.add(missing);
    }

    public synchronized List<String> from(MemberId member) {
        return List.copyOf(frames.getOrDefault(member, List.of()));
    }

    public synchronized int count(MemberId member) {
        return frames.getOrDefault(member, List.of()).size();
    }

    public synchronized List<Long> losses() {
        return List.copyOf(losses);
    }

    /** The names of the threads frames came on. */
    public synchronized List<String> threads() {
        return List.copyOf(threads);
    }
}

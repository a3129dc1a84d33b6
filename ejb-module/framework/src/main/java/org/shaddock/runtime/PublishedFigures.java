package org.shaddock.runtime;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.DoubleSupplier;
import org.eclipse.microprofile.metrics.Counter;
import org.eclipse.microprofile.metrics.Metadata;
import org.eclipse.microprofile.metrics.MetricID;
import org.eclipse.microprofile.metrics.MetricRegistry;
import org.eclipse.microprofile.metrics.Tag;
import org.shaddock.metrics.Figure;

/**
 * The figures of this member in the container's metrics. A gauge is read when somebody looks; a counter, which the container
 * keeps itself, follows a few times a second.
 */
final class PublishedFigures {

    private final MetricRegistry registry;
    private final Set<MetricID> published = new HashSet<>();
    private final List<Follower> followers = new ArrayList<>();

    PublishedFigures(MetricRegistry registry) {
        this.registry = registry;
    }

    void publish(List<Figure> figures) {
        figures.forEach(this::publish);
    }

    /** Lets counters follow. Call it a few times a second, by one thread at a time. */
    void sweep() {
        followers.forEach(Follower::follow);
    }

    /** Takes everything back, so that nothing of this application stays with the container. */
    void withdraw() {
        published.forEach(registry::remove);
    }

    private void publish(Figure figure) {
        Metadata metadata = Metadata.builder()
                .withName(figure.name())
                .withDescription(figure.help())
                .build();
        Tag[] tags = figure.labels().entrySet().stream()
                .map(label -> new Tag(label.getKey(), label.getValue()))
                .toArray(Tag[]::new);
        published.add(new MetricID(figure.name(), tags));
        if (figure.kind() == Figure.Kind.COUNTER) {
            followers.add(new Follower(registry.counter(metadata, tags), figure.value()));
        } else {
            registry.gauge(metadata, figure.value()::getAsDouble, tags);
        }
    }

    /** Brings one of the container's counters where ours is. */
    private static final class Follower {

        private final Counter counter;
        private final DoubleSupplier value;
        private long followed;

        Follower(Counter counter, DoubleSupplier value) {
            this.counter = counter;
            this.value = value;
        }

        void follow() {
            long now = (long) value.getAsDouble();
            if (now > followed) {
                counter.inc(now - followed);
                followed = now;
            }
        }
    }
}

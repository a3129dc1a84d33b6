package org.shaddock.filter;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.shaddock.api.HandlerFilter;
import org.shaddock.api.Request;

class FilterSetTest {

    private final List<String> entered = new ArrayList<>();

    @Test
    void shouldPutFiltersForAllRoutesOutsideThoseForOneType() {
        FilterSet set = new FilterSet(
                List.of(new FilterSet.Entry(filter("chat", -5), "chat"), FilterSet.Entry.global(filter("all", 5))));

        set.of("chat").enter(Requests.of("chat.h.m")).before();

        assertThat(entered).containsExactly("all", "chat");
    }

    @Test
    void shouldOrderEachGroup() {
        FilterSet set = new FilterSet(List.of(
                FilterSet.Entry.global(filter("late", 1)),
                FilterSet.Entry.global(filter("early", Integer.MIN_VALUE)),
                FilterSet.Entry.global(filter("also late", 1)),
                FilterSet.Entry.global(filter("last", Integer.MAX_VALUE))));

        set.of("chat").enter(Requests.of("chat.h.m")).before();

        assertThat(entered).containsExactly("early", "late", "also late", "last");
    }

    @Test
    void shouldLeaveFiltersOfOtherTypesOut() {
        FilterSet set = new FilterSet(List.of(new FilterSet.Entry(filter("chat", 0), "chat")));

        set.of("gate").enter(Requests.of("gate.h.m")).before();

        assertThat(entered).isEmpty();
    }

    @Test
    void shouldMakeEachTypesOnionOnce() {
        FilterSet set = new FilterSet(List.of());

        assertThat(set.of("chat")).isSameAs(set.of("chat"));
    }

    private HandlerFilter filter(String name, int order) {
        return new HandlerFilter() {
            @Override
            public Optional<Object> before(Request request) {
                entered.add(name);
                return Optional.empty();
            }

            @Override
            public int order() {
                return order;
            }
        };
    }
}

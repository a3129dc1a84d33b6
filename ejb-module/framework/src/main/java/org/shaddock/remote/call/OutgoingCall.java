package org.shaddock.remote.call;

import org.jspecify.annotations.Nullable;
import org.shaddock.api.AreaId;
import org.shaddock.api.RemoteCall;

/**
 * A call on its way out.
 *
 * @param call as filters and routers see it
 * @param method what is called
 * @param target where the caller wants it to go; an area among the arguments is one already
 * @param payload what is sent
 * @param passage its way through the filters
 */
record OutgoingCall(RemoteCall call, RemoteMethod method, Target target, byte[] payload, CallFilters.Passage passage) {

    static OutgoingCall of(
            RemoteInterface service, RemoteMethod method, Target wanted, @Nullable Object[] arguments, Sender sender) {
        AreaId area = method.area(arguments);
        Target target = area != null && wanted instanceof Target.ByArguments ? new Target.ToArea(area) : wanted;
        String key = target instanceof Target.ByKey byKey ? byKey.key() : method.key(arguments);
        String name = method.method().getName();
        CallMessage message = new CallMessage(
                service.name(),
                name,
                key,
                target instanceof Target.ToArea toArea ? toArea.area() : null,
                method.encoded(arguments));
        RemoteCall call = new RemoteCall(service.serverType(), service.name(), name, key, sender.member());
        return new OutgoingCall(
                call, method, target, message.toBytes(), sender.filters().calling(call));
    }

    /** Who sends it. */
    record Sender(String member, CallFilters filters) {}
}

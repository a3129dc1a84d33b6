package org.shaddock.remote.call;

import java.lang.reflect.Method;
import org.shaddock.api.CallPolicy;
import org.shaddock.api.CallRouter;
import org.shaddock.api.FailureMode;
import org.shaddock.api.Router;

/**
 * A method's {@link CallPolicy}, or its interface's, or the usual one.
 *
 * @param router how a member is chosen
 * @param custom the game's own router, or {@code CallRouter} itself for none
 * @param onFailure what follows when it does not get through
 * @param timeoutMillis for each attempt; 0 for the usual
 */
record Policy(Router router, Class<? extends CallRouter> custom, FailureMode onFailure, long timeoutMillis) {

    private static final Policy USUAL = new Policy(Router.HASH, CallRouter.class, FailureMode.FAILFAST, 0);

    static Policy of(Method method, Class<?> type) {
        CallPolicy own = method.getAnnotation(CallPolicy.class);
        CallPolicy policy = own == null ? type.getAnnotation(CallPolicy.class) : own;
        return policy == null
                ? USUAL
                : new Policy(policy.router(), policy.custom(), policy.onFailure(), policy.timeoutMillis());
    }
}

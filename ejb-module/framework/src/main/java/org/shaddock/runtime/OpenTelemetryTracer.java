package org.shaddock.runtime;

import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.trace.SpanBuilder;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.api.trace.TraceState;
import io.opentelemetry.context.Context;
import jakarta.enterprise.inject.spi.CDI;
import org.eclipse.microprofile.config.ConfigProvider;
import org.jspecify.annotations.Nullable;
import org.shaddock.api.HandlerException;
import org.shaddock.trace.Tracer;
import org.shaddock.trace.Work;

/** Follows requests in the container's OpenTelemetry. */
final class OpenTelemetryTracer implements Tracer {

    private static final int TRACE_ID_BEGIN = 3;
    private static final int TRACE_ID_END = 35;
    private static final int SPAN_ID_BEGIN = 36;
    private static final int SPAN_ID_END = 52;
    private static final int FLAGS_BEGIN = 53;
    private static final int LENGTH = 55;

    private final io.opentelemetry.api.trace.Tracer tracer;

    OpenTelemetryTracer(OpenTelemetry telemetry) {
        this.tracer = telemetry.getTracer("org.shaddock");
    }

    /** The container's, if MicroProfile Telemetry is switched on, which is {@code otel.sdk.disabled=false}; else none. */
    static Tracer ofContainer() {
        boolean disabled = ConfigProvider.getConfig()
                .getOptionalValue("otel.sdk.disabled", Boolean.class)
                .orElse(true);
        return disabled
                ? Tracer.NONE
                : new OpenTelemetryTracer(
                        CDI.current().select(OpenTelemetry.class).get());
    }

    @Override
    public Span begin(Kind kind, String name, Work work) {
        SpanBuilder span =
                tracer.spanBuilder(name).setParent(context(work.trace())).setSpanKind(SpanKind.valueOf(kind.name()));
        if (work.session() != null) {
            span.setAttribute("session.id", work.session().toString());
        }
        if (work.area() != null) {
            span.setAttribute("shaddock.area", work.area().toString());
        }
        return new Following(span.startSpan());
    }

    private static Context context(String parent) {
        if (parent.length() < LENGTH) {
            return Context.root();
        }
        SpanContext known = SpanContext.createFromRemoteParent(
                parent.substring(TRACE_ID_BEGIN, TRACE_ID_END),
                parent.substring(SPAN_ID_BEGIN, SPAN_ID_END),
                TraceFlags.fromHex(parent, FLAGS_BEGIN),
                TraceState.getDefault());
        return Context.root().with(io.opentelemetry.api.trace.Span.wrap(known));
    }

    private record Following(io.opentelemetry.api.trace.Span span) implements Span {

        @Override
        public String trace() {
            SpanContext own = span.getSpanContext();
            return own.isValid()
                    ? "00-" + own.getTraceId() + "-" + own.getSpanId() + "-"
                            + own.getTraceFlags().asHex()
                    : "";
        }

        @Override
        public void run(Runnable part) {
            Context.current().with(span).wrap(part).run();
        }

        /** What a handler refuses is an answer, not a failure of the code. */
        @Override
        public void end(@Nullable Throwable error) {
            if (error != null) {
                span.setStatus(StatusCode.ERROR, String.valueOf(error.getMessage()));
                if (!(error instanceof HandlerException)) {
                    span.recordException(error);
                }
            }
            span.end();
        }
    }
}

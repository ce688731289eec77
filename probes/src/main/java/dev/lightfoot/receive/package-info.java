/// How others send: OTLP over HTTP and Zipkin, on this computer's loopback alone. Spans are handed
/// to a [SpanSink], which the wiring connects to a store.
@NullMarked
package dev.lightfoot.receive;

import org.jspecify.annotations.NullMarked;

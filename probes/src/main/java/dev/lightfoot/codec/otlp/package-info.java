/// OpenTelemetry's own format (OTLP) as JSON, JSON lines and protobuf: read as a stream, written as
/// JSON lines.
@NullMarked
package dev.lightfoot.codec.otlp;

import org.jspecify.annotations.NullMarked;

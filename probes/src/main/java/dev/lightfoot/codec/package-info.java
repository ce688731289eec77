/// How we read and write: bytes to model and back, one package per format. Logs and traces are read
/// by [LogReader]s, one of which the package `intake` chooses for a file by its content.
@NullMarked
package dev.lightfoot.codec;

import org.jspecify.annotations.NullMarked;

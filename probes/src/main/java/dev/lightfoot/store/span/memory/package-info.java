/// The store of spans that were read from files: packed in memory, the newest as far as there is
/// room.
package dev.lightfoot.store.span.memory;

/// The store of received spans on disk: segments of a journal, and the index that finds traces in
/// them.
package dev.lightfoot.store.span.journal;

package dev.lightfoot.store.span;

final class MemorySpanStoreTest extends SpanStoreContract {
  @Override
  SpanStore make(SpanRetention retention) {
    return new MemorySpanStore(retention);
  }
}

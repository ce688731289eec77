package dev.lightfoot.probe;

final class LoopbackWarmUp implements WarmUp {
  @Override
  public void pay(ProbeListener listener, Cancellation cancellation) {}
}

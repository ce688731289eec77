package dev.lightfoot.app.ui.workspace.examining;

import java.time.Duration;
import java.util.concurrent.Executor;

/// What examining needs of the world.
///
/// @param examiner asks the rules
/// @param ui runs what changes the window, in order
/// @param jobs runs what takes its time
/// @param alarm calls back later
public record ExaminingPorts(Examiner examiner, Executor ui, Executor jobs, Alarm alarm) {

  /// Calls back after a while, on whatever thread.
  @FunctionalInterface
  public interface Alarm {
    void in(Duration delay, Runnable task);
  }
}

package dev.lightfoot.app.ui.shell;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandleProxies;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.List;
import java.util.function.IntConsumer;

/// Asks of the system to end: from a session that closes, a service manager, Ctrl C. By itself the
/// virtual machine would wait 300 ms for the toolkit's thread, which stays in native code until it
/// is told to go.
///
/// The JDK's only door to signals, `sun.misc.Signal`, is supported (module `jdk.unsupported`), yet
/// its use is a warning that the compiler cannot be asked to leave out: it is called by name.
final class EndSignals {
  private static final List<String> ASKING = List.of("TERM", "INT", "HUP");

  /// What a shell adds to a signal's number to make it an exit status.
  private static final int BY_SIGNAL = 128;

  private EndSignals() {}

  /// @param end ends the program with that exit status; called on a thread of its own
  static void call(IntConsumer end) {
    ASKING.forEach(name -> call(name, end));
  }

  /// Where a system has no such signal, or another program part hears it, all stays as it was.
  static void call(String name, IntConsumer end) {
    try {
      Class<?> signal = Class.forName("sun.misc.Signal");
      Class<?> handler = Class.forName("sun.misc.SignalHandler");
      Object asked = signal.getConstructor(String.class).newInstance(name);
      int status = BY_SIGNAL + (int) signal.getMethod("getNumber").invoke(asked);
      MethodHandle ending =
          MethodHandles.publicLookup()
              .findVirtual(
                  IntConsumer.class, "accept", MethodType.methodType(void.class, int.class));
      Object heard =
          MethodHandleProxies.asInterfaceInstance(
              handler,
              MethodHandles.dropArguments(
                  MethodHandles.insertArguments(ending, 0, end, status), 0, signal));
      signal.getMethod("handle", signal, handler).invoke(null, asked, heard);
    } catch (ReflectiveOperationException e) {
      return;
    }
  }
}

package dev.lightfoot.probe.chrome;

import dev.lightfoot.probe.Cancellation;
import java.util.List;

/// How browsers for one measurement are started.
///
/// @param browser which one
/// @param flags what this measurement needs beside [BrowserFlags]
/// @param prepare what is put into their folders before
/// @param notes what of the person's wishes is not honoured, in sentences
record ChromeStart(
    InstalledBrowser browser,
    List<String> flags,
    RunningBrowser.Preparation prepare,
    List<String> notes) {
  RunningBrowser start(Cancellation cancellation) throws BrowserFailure {
    return RunningBrowser.start(this, cancellation);
  }
}

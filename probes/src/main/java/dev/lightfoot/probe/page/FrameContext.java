package dev.lightfoot.probe.page;

import dev.lightfoot.probe.wire.ConnectGate;
import okhttp3.HttpUrl;

/// For which document something is asked for.
///
/// @param document its URL
/// @param gate what it was answered from
/// @param otherSite whether it is a frame of another site than the page
/// @param number tells the frames of a load apart; the page itself is 0
/// @param depth frames within frames
record FrameContext(HttpUrl document, ConnectGate gate, boolean otherSite, int number, int depth) {

  /// The same, judged by that.
  FrameContext judgedBy(ConnectGate other) {
    return new FrameContext(document, other, otherSite, number, depth);
  }

  /// That of a frame in it.
  ///
  /// @param frame tells it apart
  FrameContext within(HttpUrl url, boolean ofOtherSite, int frame) {
    return new FrameContext(url, gate.fork(), ofOtherSite, frame, depth + 1);
  }

  /// The same where its document was found to be there, after redirects.
  FrameContext at(HttpUrl url) {
    return new FrameContext(url, gate, otherSite, number, depth);
  }
}

package dev.lightfoot.receive;

import java.net.InetSocketAddress;

/// What was refused, to whom, and why: what the sender was told.
///
/// @param sender where it came from, a port of this computer
/// @param status of the answer; a success where only spans of it were refused
/// @param reason a sentence
public record Refusal(InetSocketAddress sender, int status, String reason) {}

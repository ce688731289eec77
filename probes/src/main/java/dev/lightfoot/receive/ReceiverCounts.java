package dev.lightfoot.receive;

/// What a receiver has done since it was started.
///
/// @param kept spans that the sink has
/// @param rejected spans that could not be read or kept; their senders were informed
/// @param requests of any kind
/// @param refused requests that got no success, such as those asked to come again
public record ReceiverCounts(long kept, long rejected, long requests, long refused) {}

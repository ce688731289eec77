package dev.lightfoot.model.dns;

/// One record of a DNS answer.
///
/// @param name owner name
/// @param type `A`, `AAAA`, `CNAME`, …
/// @param ttlSeconds time to live
/// @param data the record's data in presentation form
public record DnsAnswer(String name, String type, long ttlSeconds, String data) {}

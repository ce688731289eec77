package dev.lightfoot.model;

import dev.lightfoot.model.dns.DnssecState;
import dev.lightfoot.model.dns.HttpsRecord;
import java.util.List;
import java.util.Optional;

/// What DNS says of a host beside its addresses. Asked once, after the runs, so that it costs none
/// of them anything.
///
/// @param host as in the URL
/// @param dnssec whether its answers are vouched for
/// @param dnssecReason what that rests on, in words
/// @param caa who may issue certificates for it (RFC 8659); shown, not judged
/// @param https its service records (RFC 9460), in order of priority; none where it has none
/// @param queries every question asked for this
public record HostFacts(
    String host,
    DnssecState dnssec,
    String dnssecReason,
    Optional<Caa> caa,
    List<HttpsRecord> https,
    List<DnsQuery> queries) {
  public HostFacts {
    https = List.copyOf(https);
    queries = List.copyOf(queries);
  }

  /// The relevant record set: that of the name or of its nearest parent that has one.
  ///
  /// @param owner the name that has it; empty where none has, so that every issuer may
  /// @param records the records
  public record Caa(Optional<String> owner, List<CaaRecord> records) {
    public Caa {
      records = List.copyOf(records);
    }
  }

  /// One CAA record.
  ///
  /// @param critical an issuer that does not know the tag must refuse
  /// @param tag `issue`, `issuewild`, `iodef`, …
  /// @param value such as `ca.example`; `;` names no issuer
  public record CaaRecord(boolean critical, String tag, String value) {}
}

package dev.lightfoot.probe.dns;

import dev.lightfoot.model.dns.HttpsRecord;
import dev.lightfoot.probe.wire.Addresses;
import java.net.UnknownHostException;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalInt;
import org.xbill.DNS.HTTPSRecord;
import org.xbill.DNS.Message;
import org.xbill.DNS.SVCBBase;
import org.xbill.DNS.Section;

/// Reads HTTPS records (RFC 9460) into plain data.
public final class HttpsRecords {
  private HttpsRecords() {}

  /// The HTTPS records in the answer, in order of priority; an alias comes first.
  public static List<HttpsRecord> of(Message answer) {
    return answer.getSection(Section.ANSWER).stream()
        .filter(HTTPSRecord.class::isInstance)
        .map(record -> record((SVCBBase) record))
        .sorted(Comparator.comparingInt(HttpsRecord::priority))
        .toList();
  }

  private static HttpsRecord record(SVCBBase record) {
    return new HttpsRecord(
        record.getSvcPriority(),
        record.getTargetName().toString(),
        record.getSvcParamValue(SVCBBase.ALPN) instanceof SVCBBase.ParameterAlpn alpn
            ? alpn.getValues()
            : List.of(),
        record.getSvcParamKeys().contains(SVCBBase.NO_DEFAULT_ALPN),
        record.getSvcParamValue(SVCBBase.PORT) instanceof SVCBBase.ParameterPort port
            ? OptionalInt.of(port.getPort())
            : OptionalInt.empty(),
        record.getSvcParamKeys().contains(SVCBBase.ECH),
        hints(record, SVCBBase.IPV4HINT),
        hints(record, SVCBBase.IPV6HINT),
        record.getSvcParamValue(SVCBBase.MANDATORY) instanceof SVCBBase.ParameterMandatory keys
            ? keys.getValues().stream().map(HttpsRecords::key).toList()
            : List.of(),
        record.getTTL());
  }

  private static List<String> hints(SVCBBase record, int key) {
    try {
      return switch (record.getSvcParamValue(key)) {
        case SVCBBase.ParameterIpv4Hint v4 ->
            v4.getAddresses().stream().map(Addresses::text).toList();
        case SVCBBase.ParameterIpv6Hint v6 ->
            v6.getAddresses().stream().map(Addresses::text).toList();
        case null, default -> List.of();
      };
    } catch (UnknownHostException e) {
      return List.of(); // a hint of an impossible length is not an address
    }
  }

  private static String key(int number) {
    return switch (number) {
      case SVCBBase.ALPN -> "alpn";
      case SVCBBase.NO_DEFAULT_ALPN -> "no-default-alpn";
      case SVCBBase.PORT -> "port";
      case SVCBBase.IPV4HINT -> "ipv4hint";
      case SVCBBase.ECH -> "ech";
      case SVCBBase.IPV6HINT -> "ipv6hint";
      default -> "key" + number;
    };
  }
}

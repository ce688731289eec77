package dev.lightfoot.codec.snapshot;

/// Documents made by hand.
final class Documents {
  private Documents() {}

  /// As little as a snapshot can have, its one exchange with further members.
  static String minimal(String exchangeMembers) {
    return """
    {"format":"lightfoot/snapshot","version":1,"id":"01kas7zzzzabcdefghjkmnpqrs",
     "target":"https://shop.test/","takenAt":"2026-11-23T10:15:00.123+01:00",
     "environment":{"lightfoot":"0.1.0","os":"Linux","java":"25","resolver":"system","place":null},
     "runs":[{"state":"cold","startedAt":"2026-11-23T10:15:00Z","error":null,"exchanges":[{
       "url":"https://shop.test/","method":"GET","startNanos":0,"phases":{}%s}]}]}
    """
        .formatted(exchangeMembers.isEmpty() ? "" : ", " + exchangeMembers);
  }

  static String array(int depth) {
    return "[".repeat(depth) + "]".repeat(depth);
  }
}

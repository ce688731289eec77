package dev.lightfoot.analysis.statement;

/// Words that tell what a statement does; each stands for one or several of the language.
enum Keyword {
  SELECT("SELECT"),
  INSERT("INSERT REPLACE UPSERT"),
  UPDATE("UPDATE"),
  DELETE("DELETE MERGE TRUNCATE COPY IMPORT"),
  WITH("WITH"),
  VALUES("VALUES"),
  CALL("CALL EXEC EXECUTE DO"),
  BEGIN("BEGIN START"),
  COMMIT("COMMIT ABORT"),
  END("END"),
  ROLLBACK("ROLLBACK"),
  SAVEPOINT("SAVEPOINT"),
  RELEASE("RELEASE"),
  SET("SET"),
  SHOW("SHOW USE DISCARD RESET PRAGMA DESCRIBE"),
  CLOSE("CLOSE DEALLOCATE"),
  EXPLAIN("EXPLAIN PREPARE"),
  DECLARE("DECLARE"),
  CURSOR("CURSOR"),
  FETCH("FETCH MOVE"),
  PING("PING"),
  DEFINE("CREATE ALTER DROP GRANT REVOKE VACUUM ANALYZE REINDEX COMMENT"),
  MATCH("MATCH"),
  LOCK("LOCK UNLOCK LISTEN NOTIFY UNLISTEN"),
  FROM("FROM"),
  INTO("INTO"),
  JOIN("JOIN"),
  TABLE("TABLE"),
  TO("TO"),
  WHERE("WHERE"),
  GROUP("GROUP"),
  AFTER_SOURCE("ORDER HAVING UNION EXCEPT INTERSECT RETURNING WINDOW"),
  LIMIT("LIMIT TOP"),
  OFFSET("OFFSET"),
  FIRST("FIRST NEXT"),
  FOR("FOR"),
  IN("IN"),
  ANY("ANY ALL SOME"),
  ARRAY("ARRAY"),
  BEFORE_NAME("ONLY LATERAL IF NOT IGNORE LOW_PRIORITY CONCURRENTLY RECURSIVE"),
  AS("AS"),
  DISTINCT("DISTINCT"),
  KEY("KEY"),
  ON("ON USING"),
  AGGREGATE("COUNT SUM AVG MAX MIN"),
  EXISTS("EXISTS"),
  CONSTANT("NULL TRUE FALSE DEFAULT"),
  DUAL("DUAL"),
  VOLATILE(
      "NOW RANDOM RAND NEWID NEXTVAL CURRVAL LASTVAL LAST_INSERT_ID SCOPE_IDENTITY "
          + "FOUND_ROWS ROW_COUNT UUID GEN_RANDOM_UUID UUID_GENERATE_V4 CLOCK_TIMESTAMP "
          + "STATEMENT_TIMESTAMP TRANSACTION_TIMESTAMP CURRENT_TIMESTAMP CURRENT_TIME "
          + "CURRENT_DATE LOCALTIME LOCALTIMESTAMP GETDATE SYSDATE SYSDATETIME "
          + "UTC_TIMESTAMP UNIX_TIMESTAMP GET_LOCK RELEASE_LOCK PG_ADVISORY_LOCK "
          + "PG_ADVISORY_UNLOCK PG_TRY_ADVISORY_LOCK PG_ADVISORY_XACT_LOCK"),
  CLAUSE("AND OR LIKE ILIKE BETWEEN THEN ELSE WHEN CASE IS INTERVAL ESCAPE BY RETURN"),
  /// None of them: what somebody named.
  NAME("");

  private static final int SLOTS = 1024;
  private static final int LONGEST = 24;
  private static final Entry[] ENTRIES = new Entry[SLOTS];

  private final String words;

  Keyword(String words) {
    this.words = words;
  }

  private record Entry(String text, Keyword keyword) {}

  static {
    for (Keyword keyword : values()) {
      for (String text : keyword.words.split(" ", -1)) {
        int slot = slot(text, 0, text.length());
        while (ENTRIES[slot] != null) {
          slot = (slot + 1) % SLOTS;
        }
        ENTRIES[slot] = new Entry(text, keyword);
      }
    }
  }

  /// The one that the part of a text is, in capitals or not.
  static Keyword of(String text, int start, int end) {
    int length = end - start;
    if (length > LONGEST) {
      return NAME;
    }
    for (int slot = slot(text, start, end); ENTRIES[slot] != null; slot = (slot + 1) % SLOTS) {
      String word = ENTRIES[slot].text();
      if (word.length() == length && text.regionMatches(true, start, word, 0, length)) {
        return ENTRIES[slot].keyword();
      }
    }
    return NAME;
  }

  private static int slot(String text, int start, int end) {
    int hash = end - start;
    for (int i = start; i < end; i++) {
      hash = hash * 31 + (text.charAt(i) | 0x20);
    }
    return ((hash * 0x9E3779B9) >>> 22) % SLOTS;
  }

  /// Whether a value or a name comes after it, never an operator with two sides.
  boolean beforeValue() {
    return switch (this) {
      case NAME, CONSTANT, VOLATILE, END, KEY, AGGREGATE, DUAL, PING, FIRST -> false;
      default -> true;
    };
  }

  /// Whether a list of values after it says the same whatever its length.
  boolean beforeList() {
    return this == IN || this == VALUES || this == ANY || this == ARRAY;
  }

  /// Whether no statement ends with it.
  boolean needsMore() {
    return switch (this) {
      case SELECT, UPDATE, WITH, FROM, INTO, JOIN, WHERE, GROUP, AFTER_SOURCE, LIMIT, IN, CLAUSE ->
          true;
      default -> false;
    };
  }
}

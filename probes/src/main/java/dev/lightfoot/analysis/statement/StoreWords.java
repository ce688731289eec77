package dev.lightfoot.analysis.statement;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/// Operations of stores that have no statements: MongoDB, DynamoDB, Elasticsearch and their kin.
/// Compared without capitals and underscores.
final class StoreWords {
  private static final Map<String, Verb> VERBS = new HashMap<>();
  private static final Set<String> SYSTEMS =
      Set.of(
          "mongodb",
          "aws.dynamodb",
          "elasticsearch",
          "opensearch",
          "couchdb",
          "hbase",
          "geode",
          "azure.cosmosdb.mongodb",
          "firestore");
  private static final Set<String> MANY =
      Set.of(
          "bulk",
          "bulkwrite",
          "msearch",
          "mget",
          "insertmany",
          "batchgetitem",
          "batchwriteitem",
          "transactgetitems",
          "transactwriteitems");
  private static final Set<String> AGGREGATES =
      Set.of("count", "countdocuments", "estimateddocumentcount", "exists", "headdocument");

  static {
    put(
        Verb.READ,
        "find findone aggregate count countdocuments estimateddocumentcount distinct getitem query"
            + " scan batchgetitem transactgetitems search get mget msearch exists headdocument"
            + " mapreduce");
    put(Verb.FETCH, "getmore scroll");
    put(
        Verb.WRITE,
        "insert insertone insertmany update updateone updatemany delete deleteone deletemany"
            + " findandmodify findoneandupdate findoneanddelete replaceone bulkwrite bulk index put"
            + " putitem updateitem deleteitem batchwriteitem transactwriteitems create");
    put(Verb.BEGIN, "starttransaction");
    put(Verb.END, "committransaction aborttransaction");
    put(Verb.SESSION, "endsessions startsession killcursors");
    put(Verb.PING, "ping hello ismaster buildinfo saslstart saslcontinue");
  }

  private StoreWords() {}

  private static void put(Verb verb, String names) {
    for (String name : names.split(" ", -1)) {
      VERBS.put(name, verb);
    }
  }

  /// Whether that database is asked by operations, not by statements.
  static boolean isStore(String system) {
    return SYSTEMS.contains(system);
  }

  static Verb verb(String operation) {
    return VERBS.getOrDefault(bare(operation), Verb.OTHER);
  }

  static boolean isMany(String operation) {
    return MANY.contains(bare(operation));
  }

  static boolean isAggregate(String operation) {
    return AGGREGATES.contains(bare(operation));
  }

  private static String bare(String operation) {
    return operation.toLowerCase(Locale.ROOT).replace("_", "");
  }
}

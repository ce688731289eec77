package dev.lightfoot.analysis.statement;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/// Commands of Redis, memcached and the libraries before them, in capitals.
final class CacheWords {
  private static final Map<String, Verb> VERBS = new HashMap<>();

  private static final Set<String> MANY =
      Set.of(
          "MGET",
          "HMGET",
          "HGETALL",
          "MSET",
          "MSETNX",
          "HMSET",
          "GETS_MANY",
          "GET_MULTI",
          "GETMULTI",
          "GET_MANY",
          "GETMANY",
          "GETALL",
          "READ_MULTI",
          "FETCH_MULTI",
          "SET_MULTI",
          "SETMULTI",
          "SET_MANY",
          "SETMANY",
          "WRITE_MULTI",
          "DELETE_MULTI",
          "DELETE_MANY",
          "PIPELINE",
          "MULTI",
          "EXEC",
          "EVAL",
          "EVALSHA",
          "SMEMBERS",
          "LRANGE",
          "ZRANGE",
          "SCAN",
          "HSCAN");

  private static final Set<String> KEYS_ALONE =
      Set.of(
          "MGET",
          "GET",
          "GETS",
          "GET_MULTI",
          "GET_MANY",
          "DEL",
          "DELETE",
          "DELETE_MANY",
          "UNLINK",
          "EXISTS",
          "TOUCH");

  private static final Set<String> WITHOUT_KEY =
      Set.of("EVAL", "EVALSHA", "PIPELINE", "MULTI", "EXEC", "SCAN", "PUBLISH", "SUBSCRIBE");

  static {
    put(
        Verb.READ,
        "GET GETS GAT GATS MG MGET HGET HMGET HGETALL HKEYS HVALS HLEN HEXISTS HSCAN EXISTS TTL"
            + " PTTL TYPE STRLEN GETRANGE GETBIT LRANGE LINDEX LLEN SMEMBERS SISMEMBER SCARD SINTER"
            + " SUNION SDIFF ZRANGE ZREVRANGE ZRANGEBYSCORE ZSCORE ZRANK ZCARD ZCOUNT XRANGE XLEN"
            + " GET_MULTI GETMULTI GET_MANY GETMANY GETS_MANY GETALL READ READ_MULTI FETCH"
            + " FETCH_MULTI SCAN KEYS PFCOUNT GEORADIUS GEOPOS JSON.GET HAS HAS_KEY");
    put(
        Verb.WRITE,
        "SET SETEX PSETEX MSET MSETNX GETSET GETDEL HSET HMSET HSETNX HDEL LPUSH RPUSH LPOP RPOP"
            + " LREM LTRIM SADD SREM SPOP ZADD ZREM EXPIRE EXPIREAT PEXPIRE PERSIST RENAME APPEND"
            + " PREPEND DEL DELETE UNLINK FLUSHALL FLUSHDB FLUSH_ALL ADD REPLACE CAS MS MD TOUCH"
            + " SET_MULTI SETMULTI SET_MANY SETMANY WRITE WRITE_MULTI DELETE_MULTI DELETE_MANY PUT"
            + " REMOVE FORGET FLUSH XADD SETBIT SETRANGE PFADD GEOADD JSON.SET STORE CLEAR");
    put(
        Verb.COUNT,
        "INCR DECR INCRBY DECRBY INCRBYFLOAT HINCRBY HINCRBYFLOAT ZINCRBY MA INCREMENT DECREMENT");
    put(Verb.LOCK, "SETNX ACQUIRE LOCK UNLOCK WATCH UNWATCH REDLOCK");
    put(
        Verb.PING,
        "PING HELLO AUTH SELECT CLIENT INFO ECHO VERSION NOOP MN COMMAND QUIT READONLY CLUSTER");
    put(Verb.BEGIN, "MULTI");
    put(Verb.END, "EXEC DISCARD");
  }

  private CacheWords() {}

  private static void put(Verb verb, String names) {
    for (String name : names.split(" ", -1)) {
      VERBS.put(name, verb);
    }
  }

  static Verb verb(String name) {
    return VERBS.getOrDefault(name, Verb.OTHER);
  }

  /// Whether one such command asks for several values.
  static boolean isMany(String name) {
    return MANY.contains(name);
  }

  /// Whether all its arguments are keys.
  static boolean takesKeysAlone(String name) {
    return KEYS_ALONE.contains(name);
  }

  /// Whether its first argument is no key.
  static boolean hasNoKey(String name) {
    return WITHOUT_KEY.contains(name) || verb(name) == Verb.PING;
  }
}

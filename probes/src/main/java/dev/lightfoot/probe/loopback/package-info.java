/// Small servers in this process, for paying start-up costs before a measurement: they listen on
/// 127.0.0.1 only and only while they are needed.
package dev.lightfoot.probe.loopback;

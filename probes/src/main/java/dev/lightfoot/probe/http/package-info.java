/// One hop over HTTP: the engine, the taps that follow its bytes, and the exchange made of their
/// notes.
package dev.lightfoot.probe.http;

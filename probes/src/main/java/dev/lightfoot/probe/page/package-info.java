/// The built-in page loader: asks for what a browser's scanner and parser would ask for, when and
/// in which order a browser would, without running scripts.
package dev.lightfoot.probe.page;

/// The command line: thin commands over the probes. Knows no window.
package dev.lightfoot.app.cli;

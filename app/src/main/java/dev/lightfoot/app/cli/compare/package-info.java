/// The command that compares, snapshots or what is live.
package dev.lightfoot.app.cli.compare;

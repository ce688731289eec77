/// What every command stands on: its streams, exit status, interruption and faults.
package dev.lightfoot.app.cli.console;

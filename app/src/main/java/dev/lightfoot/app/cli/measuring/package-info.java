/// How a command measures, shows its progress, and what it then ends with.
package dev.lightfoot.app.cli.measuring;

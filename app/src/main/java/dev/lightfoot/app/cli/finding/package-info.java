/// Commands that show findings and acknowledge them.
package dev.lightfoot.app.cli.finding;

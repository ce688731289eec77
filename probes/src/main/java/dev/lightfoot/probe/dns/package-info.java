/// Names to addresses, with every question and answer noted.
package dev.lightfoot.probe.dns;

/// Logs that go on growing: what was added is read, and joined with what was measured.
package dev.lightfoot.intake.follow;

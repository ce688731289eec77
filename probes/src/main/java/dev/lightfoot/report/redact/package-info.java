/// Takes secrets out of what leaves the owner's store.
package dev.lightfoot.report.redact;

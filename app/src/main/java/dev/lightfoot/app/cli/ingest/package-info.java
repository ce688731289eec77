/// Commands that read logs and traces or receive spans.
package dev.lightfoot.app.cli.ingest;

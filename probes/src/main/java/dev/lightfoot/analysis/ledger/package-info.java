/// The round-trip ledger: what each run's wall time was spent on, in trips times distance.
package dev.lightfoot.analysis.ledger;

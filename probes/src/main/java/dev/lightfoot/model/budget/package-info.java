/// What a site may cost: limits on round trips, bytes, requests and time, as a budget file states
/// them (`lightfoot/budget`, version 1).
package dev.lightfoot.model.budget;

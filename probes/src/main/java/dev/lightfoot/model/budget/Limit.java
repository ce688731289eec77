package dev.lightfoot.model.budget;

import java.util.Optional;

/// One limit of a budget.
///
/// @param quantity what is limited
/// @param narrowing which requests it is about
/// @param allowance how much there may be
/// @param note what its author wrote beside it
/// @param line of the file in which it begins, from 1; 0 where it was not read from a file
public record Limit(
    Quantity quantity, Narrowing narrowing, Allowance allowance, Optional<String> note, int line) {}

package dev.lightfoot.app.ui.finding.whatif;

import dev.lightfoot.app.prediction.KeptPredictions;
import dev.lightfoot.app.ui.workspace.examining.ExaminingPorts.Alarm;
import java.util.concurrent.Executor;

/// What predicting needs of the world.
///
/// @param kept where predictions and their grades are
/// @param ui runs what changes the window, in order
/// @param jobs runs what takes its time
/// @param pace runs what tells of progress, at most four times a second
/// @param alarm calls back later
public record WhatIfPorts(
    KeptPredictions kept, Executor ui, Executor jobs, Executor pace, Alarm alarm) {}

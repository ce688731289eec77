package dev.lightfoot.app.house.planted.ui.second;

/// Another screen.
public record PlantedScreen(String title) {}

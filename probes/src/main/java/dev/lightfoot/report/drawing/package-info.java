/// What a drawing consists of, whatever it is written as: bars, lines and words at places, coloured
/// by the tokens of a theme. Knows nothing of what is measured but the names of phases and layers.
package dev.lightfoot.report.drawing;

"""The review's timetable: milestones and what they wait for, the effect of a slip, statutory clocks, the picture."""

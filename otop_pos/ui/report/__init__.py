"""Reports: chosen, looked at, printed, taken along."""

from otop_pos.ui.report.screen import ReportScreen

__all__ = ["ReportScreen"]

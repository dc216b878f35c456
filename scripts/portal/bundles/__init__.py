"""Offline bundles: packers that read the finished language trees and know nothing of the theme."""

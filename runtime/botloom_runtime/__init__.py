"""What every service process does alike: settings, logs, probes, stream consumption."""
